// The lines only some routes ask: before a spray, and before a dose at home.
import { useState } from 'react';
import { factOf } from '#dosing-session/recorder.ts';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { momentOf } from '#web/kit/local-moment.ts';
import { currentZone } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { type LineFormProps, Writing } from './writing.tsx';

const chooseFirst = 'Choose what they answered';

export function NasalProductForm(props: LineFormProps) {
  const [used, setUsed] = useState<'used' | 'none' | 'not-sure'>();
  const [at, setAt] = useState('');
  const lastAt = used === 'used' ? momentOf(at, currentZone()) : used;
  return (
    <Writing
      {...props}
      fact={
        used === undefined
          ? chooseFirst
          : lastAt === undefined
            ? 'Give the time'
            : factOf('NasalProductReported', { lastAt })
      }
    >
      <ChoiceGroup
        label="A nasal steroid or decongestant today?"
        value={used}
        onChange={setUsed}
        choices={[
          { value: 'none', label: 'None today' },
          { value: 'used', label: 'Yes' },
          { value: 'not-sure', label: 'Not sure' },
        ]}
      />
      {used === 'used' && (
        <DateTimeField kind="datetime-local" label="When it was last used" value={at} onChange={setAt} />
      )}
    </Writing>
  );
}

export function ProgramEnrolmentForm(props: LineFormProps) {
  const [result, setResult] = useState<'verified' | 'not-found'>();
  return (
    <Writing
      {...props}
      fact={result === undefined ? 'Choose what you found' : factOf('ProgramEnrolmentChecked', { result })}
    >
      <p>Look the person up with the safety program today, before anything is handed out.</p>
      <ChoiceGroup
        label="What you found"
        value={result}
        onChange={setResult}
        choices={[
          { value: 'verified', label: 'Enrolled' },
          { value: 'not-found', label: 'Not found' },
        ]}
      />
    </Writing>
  );
}

export function SitterForm(props: LineFormProps) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [stays, setStays] = useState<'stays-throughout' | 'cannot-stay'>();
  return (
    <Writing
      {...props}
      fact={
        name.trim() === '' || phone.trim() === '' || stays === undefined
          ? 'Give a name, a phone number and what they said'
          : factOf('SitterConfirmed', { name: name.trim(), phone: phone.trim(), answer: stays })
      }
    >
      <p>Speak with the person who watches. What the patient says for them does not count.</p>
      <TextField label="Who watches" value={name} onChange={setName} />
      <TextField label="Their phone number" value={phone} onChange={setPhone} />
      <ChoiceGroup
        label="What they said"
        value={stays}
        onChange={setStays}
        choices={[
          { value: 'stays-throughout', label: 'In the room the whole time' },
          { value: 'cannot-stay', label: 'Cannot stay the whole time' },
        ]}
      />
    </Writing>
  );
}

export function EmergencyAddressForm(props: LineFormProps) {
  const [address, setAddress] = useState('');
  return (
    <Writing
      {...props}
      fact={
        address.trim() === ''
          ? 'Write where they are today'
          : factOf('EmergencyAddressGiven', { address: address.trim() })
      }
    >
      <TextArea
        label="Where an ambulance would have to go today"
        rows={3}
        value={address}
        onChange={setAddress}
      />
    </Writing>
  );
}

export function SubstancesForm(props: LineFormProps) {
  const [answer, setAnswer] = useState<'none' | 'taken' | 'not-sure'>();
  const [sure, setSure] = useState(false);
  return (
    <Writing
      {...props}
      fact={
        answer === undefined
          ? chooseFirst
          : answer === 'none' && !sure
            ? 'Tick that you asked about each of them'
            : factOf('SubstancesAsked', { answer })
      }
    >
      <ChoiceGroup
        label="Alcohol, cannabis, another drug, or a medicine they were to hold, today?"
        value={answer}
        onChange={setAnswer}
        choices={[
          { value: 'none', label: 'None of them' },
          { value: 'taken', label: 'Something was taken' },
          { value: 'not-sure', label: 'Not sure' },
        ]}
      />
      {answer === 'none' && <Checkbox label="I asked about each of them" ticked={sure} onChange={setSure} />}
    </Writing>
  );
}

export function DependantsForm(props: LineFormProps) {
  const [answer, setAnswer] = useState<'nobody' | 'someone' | 'not-sure'>();
  return (
    <Writing {...props} fact={answer === undefined ? chooseFirst : factOf('DependantsAsked', { answer })}>
      <ChoiceGroup
        label="Does a child or someone else depend on them until tomorrow?"
        value={answer}
        onChange={setAnswer}
        choices={[
          { value: 'nobody', label: 'No one' },
          { value: 'someone', label: 'Yes' },
          { value: 'not-sure', label: 'Not sure' },
        ]}
      />
    </Writing>
  );
}
