// A page opened anew first knows what its state held before: the dossier before this one.
import { useLocation } from "react-router";

export const OfAddress = ({ held, part, children }) => {
  const { pathname } = useLocation();
  const [content, meanwhile] = children;
  const named = pathname.split("/")[part] ?? "";
  return named.toLowerCase() === held.toLowerCase() ? content : meanwhile;
};
