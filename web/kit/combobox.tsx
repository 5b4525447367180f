// Finding one among many by typing: a patient, a medicine. Load it lazily; it is the heaviest thing in the kit.
import { Combobox as Primitive } from '@base-ui/react/combobox';
import { Field, type FieldFrameProps, inputClass } from './field.tsx';
import { t } from './locale.ts';

export interface ComboboxItem {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface ComboboxProps extends FieldFrameProps {
  readonly items: readonly ComboboxItem[];
  readonly value: ComboboxItem | undefined;
  readonly onChange: (item: ComboboxItem | undefined) => void;
  /** What is typed so far, when the list comes from the server. */
  readonly onTyped?: ((text: string) => void) | undefined;
  readonly placeholder?: string | undefined;
}

export function Combobox({ items, value, onChange, onTyped, placeholder, ...frame }: ComboboxProps) {
  return (
    <Field {...frame}>
      {(control) => (
        <Primitive.Root
          items={items}
          value={value ?? null}
          onValueChange={(item: ComboboxItem | null) => onChange(item ?? undefined)}
          itemToStringLabel={(item: ComboboxItem) => item.label}
          isItemEqualToValue={(one: ComboboxItem, other: ComboboxItem) => one.value === other.value}
          onInputValueChange={onTyped}
        >
          <Primitive.Input {...control} placeholder={placeholder} className={inputClass} />
          <Primitive.Portal>
            <Primitive.Positioner sideOffset={6} className="z-20 w-(--anchor-width)">
              <Primitive.Popup className="max-h-96 overflow-y-auto rounded-control border-[1.5px] border-edge bg-surface p-1 text-ink shadow-sheet">
                <Primitive.Empty>
                  <p className="px-3 py-2.5 text-ink-2">{t('kit.search-none')}</p>
                </Primitive.Empty>
                <Primitive.List>
                  {(item: ComboboxItem) => (
                    <Primitive.Item
                      key={item.value}
                      value={item}
                      className="flex min-h-12 cursor-pointer flex-col justify-center rounded-[6px] px-3 py-1.5 data-highlighted:bg-shallow"
                    >
                      <span className="font-[520]">{item.label}</span>
                      {item.detail !== undefined && (
                        <span className="text-small text-ink-2">{item.detail}</span>
                      )}
                    </Primitive.Item>
                  )}
                </Primitive.List>
              </Primitive.Popup>
            </Primitive.Positioner>
          </Primitive.Portal>
        </Primitive.Root>
      )}
    </Field>
  );
}
