import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui';

export interface CarryProps {
  importLabel: string;
  exportLabel: string;
  /** Nothing is there to be carried away. */
  empty: boolean;
  onImport: (file: File) => void;
  onExport: () => void;
}

/** A list's way in from a file and out into one. */
export function Carry({ importLabel, exportLabel, empty, onImport, onExport }: CarryProps) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <div class="options-pair">
      <Button onClick={() => file.current?.click()}>{importLabel}</Button>
      {!empty && <Button onClick={onExport}>{exportLabel}</Button>}
      <input
        ref={file}
        type="file"
        accept="application/json"
        hidden
        aria-label={importLabel}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (chosen) onImport(chosen);
        }}
      />
    </div>
  );
}
