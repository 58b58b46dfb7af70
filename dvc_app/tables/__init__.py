"""The table of all pages, by audience: route, function, title, what it loads."""
