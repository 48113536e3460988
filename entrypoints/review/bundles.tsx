export function Bundles() { return null; }
