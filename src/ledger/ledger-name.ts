/** The name of the ledger, which lies beside the config file and is committed with it. */
export const ledgerName = "feeds.lock.json";
