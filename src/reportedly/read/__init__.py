"""From a document to its ledger: mentions, statements, events, claims. Pure steps, one room."""
