// Writing a safety plan, alone or beside each other: each step may stay empty, and there is always room for one more person.
import { mostPeople, type SafetyPlanBody, type Someone } from '#api/safety-plan.ts';
import { safetyPlanSteps } from '#clinical/risk/safety-plan.ts';
import { safetyPlanLabels, safetyPlanWords } from '#content/safety-plan.ts';
import { isSomeone } from './empty-plan.ts';
import { FieldGroup } from './field.tsx';
import { currentLanguage } from './locale.ts';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

const nobody: Someone = { name: '', phone: '' };

export interface SafetyPlanFieldsProps {
  readonly value: SafetyPlanBody;
  readonly onChange: (value: SafetyPlanBody) => void;
}

export function SafetyPlanFields({ value, onChange }: SafetyPlanFieldsProps) {
  const language = currentLanguage();
  return (
    <div className="flex flex-col gap-6">
      {safetyPlanSteps.map((step) => {
        const label = safetyPlanWords[step].title[language];
        const hint = safetyPlanWords[step].hint[language];
        const written = value[step];
        return typeof written === 'string' ? (
          <TextArea
            key={step}
            own
            rows={2}
            label={label}
            hint={hint}
            maxLength={4_000}
            value={written}
            onChange={(text) => onChange({ ...value, [step]: text })}
          />
        ) : (
          <FieldGroup key={step} label={label} hint={hint}>
            <People value={written} onChange={(people) => onChange({ ...value, [step]: people })} />
          </FieldGroup>
        );
      })}
    </div>
  );
}

interface PeopleProps {
  readonly value: readonly Someone[];
  readonly onChange: (value: Someone[]) => void;
}

function People({ value, onChange }: PeopleProps) {
  const language = currentLanguage();
  const last = value.at(-1);
  const hasRoom = value.length < mostPeople && (last === undefined || isSomeone(last));
  const rows = hasRoom ? [...value, nobody] : value;
  const change = (at: number, person: Someone): void =>
    onChange(rows.map((each, index) => (index === at ? person : each)));
  return (
    <div className="flex flex-col gap-3">
      {rows.map((person, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
        <div key={index} className="grid grid-cols-1 gap-3 tablet:grid-cols-2">
          <TextField
            label={safetyPlanLabels.name[language]}
            maxLength={200}
            autoComplete="off"
            value={person.name}
            onChange={(name) => change(index, { ...person, name })}
          />
          <TextField
            label={safetyPlanLabels.phone[language]}
            type="tel"
            inputMode="tel"
            maxLength={200}
            autoComplete="off"
            value={person.phone}
            onChange={(phone) => change(index, { ...person, phone })}
          />
        </div>
      ))}
    </div>
  );
}
