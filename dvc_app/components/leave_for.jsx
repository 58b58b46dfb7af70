// Leaves the page for an address of the portal's own plain HTTP, without a way back.
import { useEffect } from "react";

export function LeaveFor({ path }) {
  useEffect(() => {
    if (path.startsWith("/")) window.location.replace(path);
  }, [path]);
  return null;
}
