"""The contract several ministries share in the sandbox (SBX-A, contracts 5.12)."""
