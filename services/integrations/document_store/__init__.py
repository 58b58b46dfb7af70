"""The national store of personal documents (Kho DMQG) behind its port."""
