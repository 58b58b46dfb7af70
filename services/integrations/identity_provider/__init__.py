"""The identity providers: the national portal and VNeID (định danh điện tử)."""
