// The people and devices of the recorded examples. They are invented.
import type { Author, Pen, RoomDevice } from '#dosing-session/recorder.ts';

const personId = (number: number): string => `0a0a0a0a-0000-4000-8000-${String(number).padStart(12, '0')}`;
const deviceId = (number: number): string => `0d0d0d0d-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const patientId = personId(1);
export const otherPatientId = personId(2);

export const nurse: Author = { id: personId(11), name: 'Ines Moreau', role: 'nurse' };
export const secondNurse: Author = { id: personId(12), name: 'Tomas Berg', role: 'nurse' };
export const prescriber: Author = { id: personId(13), name: 'Dr Amara Osei', role: 'prescriber' };
export const patient: Author = { id: patientId, name: 'Robin Hale', role: 'patient' };

export const monitor: Author = { id: personId(21), name: 'Jo Hale', role: 'companion' };

export const tablet: RoomDevice = { id: deviceId(1) };
export const phone: RoomDevice = { id: deviceId(2) };
export const desktop: RoomDevice = { id: deviceId(3) };
export const callButton: RoomDevice = { id: deviceId(4) };
export const fastTablet: RoomDevice = { id: deviceId(5), aheadMs: 240_000 };
export const slowPhone: RoomDevice = { id: deviceId(6), aheadMs: -120_000 };

export const monitorPhone: RoomDevice = { id: deviceId(7) };

export const atTablet: Pen = { author: nurse, device: tablet };
export const atPhone: Pen = { author: secondNurse, device: phone };
export const atDesktop: Pen = { author: prescriber, device: desktop };
export const inBed: Pen = { author: patient, device: callButton };
export const monitorAtHome: Pen = { author: monitor, device: monitorPhone };
export const nurseOnCall: Pen = { author: secondNurse, device: phone };
