"""The law's forms about a dossier (Mẫu 01–05), as they were issued."""
