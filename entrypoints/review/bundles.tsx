import type { Toaster } from '@/components/ui';
import type { Repositories } from '@/lib/store';

export interface BundlesProps {
  own: Repositories;
  toaster: Toaster;
  reviewer: string;
}

export function Bundles(_: BundlesProps) {
  return null;
}
