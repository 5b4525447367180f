// A browser's Bluetooth with one device on the table, for tests. It stands by itself, so that it can be put into a page as
// it is: nothing from outside may be used inside.

export interface FakeBluetooth {
  /** What stands in for `navigator.bluetooth`. */
  readonly door: {
    readonly getAvailability: () => Promise<boolean>;
    readonly requestDevice: (options: {
      readonly filters: readonly { readonly services: readonly number[] }[];
    }) => Promise<never>;
  };
  /** The next list shown has this on it; without services nobody chooses. */
  readonly place: (name: string, characteristics: readonly (readonly [number, number])[]) => void;
  readonly refuse: (errorName: string) => void;
  readonly switchOff: () => void;
  /** The placed device sends these bytes, such as '00 76 00'. */
  readonly send: (characteristic: number, hex: string) => void;
  readonly goAway: () => void;
  readonly isLinked: () => boolean;
}

export function makeFakeBluetooth(): FakeBluetooth {
  type Sender = EventTarget & { value?: DataView };
  let onTable: { name: string; characteristics: readonly (readonly [number, number])[] } | undefined;
  let refusal = 'NotFoundError';
  let isOn = true;
  let isLinked = false;
  let device: EventTarget | undefined;
  const senders = new Map<number, Sender>();

  const refused = (name: string): Error => Object.assign(new Error(name), { name });

  function makeDevice(placed: NonNullable<typeof onTable>) {
    const made = Object.assign(new EventTarget(), {
      id: `id of ${placed.name}`,
      name: placed.name,
      gatt: {
        connect: async () => {
          if (onTable === undefined) throw refused('NetworkError');
          isLinked = true;
          return server;
        },
        disconnect: () => {
          isLinked = false;
        },
      },
    });
    const server = {
      disconnect: () => made.gatt.disconnect(),
      getPrimaryService: async (service: number) => {
        const own = placed.characteristics.filter(([belongsTo]) => belongsTo === service);
        if (own.length === 0) throw refused('NotFoundError');
        return {
          getCharacteristic: async (characteristic: number) => {
            if (!own.some(([, one]) => one === characteristic)) throw refused('NotFoundError');
            const sender = senders.get(characteristic) ?? new EventTarget();
            senders.set(characteristic, sender);
            return Object.assign(sender, { startNotifications: async () => undefined });
          },
        };
      },
    };
    return made;
  }

  return {
    door: {
      getAvailability: async () => isOn,
      requestDevice: async ({ filters }) => {
        if (!isOn || onTable === undefined) throw refused(refusal);
        const wanted = filters.flatMap(({ services }) => services);
        if (!onTable.characteristics.some(([service]) => wanted.includes(service)))
          throw refused('NotFoundError');
        device = makeDevice(onTable);
        return device as never;
      },
    },
    place: (name, characteristics) => {
      onTable = { name, characteristics };
    },
    refuse: (errorName) => {
      onTable = undefined;
      refusal = errorName;
    },
    switchOff: () => {
      isOn = false;
    },
    send: (characteristic, hex) => {
      const sender = senders.get(characteristic);
      if (sender === undefined || !isLinked) return;
      const bytes = hex === '' ? [] : hex.split(' ').map((pair) => Number.parseInt(pair, 16));
      sender.value = new DataView(Uint8Array.from(bytes).buffer);
      sender.dispatchEvent(new Event('characteristicvaluechanged'));
    },
    goAway: () => {
      isLinked = false;
      onTable = undefined;
      device?.dispatchEvent(new Event('gattserverdisconnected'));
    },
    isLinked: () => isLinked,
  };
}
