// Setting up a clinic from the command line: the clinic itself, its rooms, the accounts of its staff, the forms it may use.
// For whoever runs the installation; nothing of it can be reached over the network.

export { setCare } from './care-file.ts';
export { enterCertifiedSite } from './certified-site.ts';
export { addRoom, addStaff, type ClinicGiven, createClinic, type StaffGiven } from './clinic-setup.ts';
export { confirmFormLicence } from './form-licence.ts';
export { type Installation, openInstallation } from './installation.ts';
export { installationKey } from './installation-key.ts';
export { SetupRefusal } from './refusal.ts';
export { setRoomList } from './room-list.ts';
export { siteFrom } from './site-file.ts';
