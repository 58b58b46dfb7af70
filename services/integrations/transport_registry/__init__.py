"""The dossiers of transport and driving licences (GTVT, GPLX) behind their port."""
