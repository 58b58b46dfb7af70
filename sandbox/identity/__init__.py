"""The identity providers: the national portal's sign-in and VNeID, by OpenID Connect."""
