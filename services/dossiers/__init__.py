"""The life of a dossier (hồ sơ): draft, submit, look up."""
