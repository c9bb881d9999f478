/** Addresses as all threads can read them, without a copy for each piece of work. */
export interface SharedAddresses {
  /** JSON, UTF-8. */
  readonly bytes: SharedArrayBuffer;
  /** Tells these from others of the process. */
  readonly serial: number;
}

let serial = 0;

/** Writes addresses down once for all threads. */
export function shareAddresses(addresses: ReadonlyMap<string, string>): SharedAddresses {
  const json = Buffer.from(JSON.stringify([...addresses]));
  const bytes = new SharedArrayBuffer(json.byteLength);
  new Uint8Array(bytes).set(json);
  serial += 1;
  return { bytes, serial };
}

/** Makes the reader of what is shared, which reads the same only once. */
export function createAddressReader(): (shared: SharedAddresses) => ReadonlyMap<string, string> {
  let last:
    | { readonly serial: number; readonly addresses: ReadonlyMap<string, string> }
    | undefined;
  return ({ bytes, serial }) => {
    if (last?.serial === serial) return last.addresses;
    last = { serial, addresses: new Map(JSON.parse(Buffer.from(bytes).toString())) };
    return last.addresses;
  };
}
