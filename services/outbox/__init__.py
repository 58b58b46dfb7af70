"""Messages owed to other systems (đồng bộ): the ledger people see and act on."""
