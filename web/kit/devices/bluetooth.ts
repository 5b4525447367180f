// The part of the browser's Bluetooth that is used here, as far as we use it. Many browsers have none; then there is
// nothing to show, and readings are typed as ever.

export interface BluetoothDoor {
  /** Absent in older browsers; then it is not known until someone tries. */
  getAvailability?(): Promise<boolean>;
  requestDevice(options: {
    readonly filters: readonly { readonly services: readonly number[] }[];
    readonly optionalServices: readonly number[];
  }): Promise<RemoteDevice>;
}

export interface RemoteDevice extends EventTarget {
  readonly id: string;
  readonly name?: string | undefined;
  readonly gatt?: RemoteServer | undefined;
}

export interface RemoteServer {
  connect(): Promise<RemoteServer>;
  disconnect(): void;
  getPrimaryService(service: number): Promise<RemoteService>;
}

export interface RemoteService {
  getCharacteristic(characteristic: number): Promise<RemoteCharacteristic>;
}

export interface RemoteCharacteristic extends EventTarget {
  readonly value?: DataView | undefined;
  startNotifications(): Promise<unknown>;
}

export function bluetoothHere(): BluetoothDoor | undefined {
  if (typeof navigator === 'undefined' || !('bluetooth' in navigator)) return undefined;
  const { bluetooth } = navigator as { readonly bluetooth?: Partial<BluetoothDoor> | undefined };
  return typeof bluetooth?.requestDevice === 'function' ? (bluetooth as BluetoothDoor) : undefined;
}
