export { type PaletteModel, paletteModel } from './model';
export { type MountedPalette, type MountPaletteOptions, mountPalette } from './mount-palette';
export { slashesBefore } from './slash';
