// Who guides a dose at home, in the house or at a distance, and how to reach them. Their link is shown once.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { type HomePlan, nameGuide } from '#api/home.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Form } from '#web/kit/form.tsx';
import { Select } from '#web/kit/select.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { GuideLine } from './guide-line.tsx';
import type { OfCycle } from './home-plan.tsx';

const places = [
  { value: 'in-the-house', label: 'In the house' },
  { value: 'at-a-distance', label: 'At a distance, by phone or video' },
] as const;
const nothing = { name: '', phone: '', email: '' };

export function NameGuide({ plan, patientId, cycleId }: OfCycle & { readonly plan: HomePlan }) {
  const queries = useQueryClient();
  const [id, setId] = useState(newCommandId);
  const [typed, setTyped] = useState(nothing);
  const [place, setPlace] = useState<(typeof places)[number]['value']>();
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly link: string }>();
  const act = useAct(
    (body: BodyOf<typeof nameGuide>, commandId) =>
      call(nameGuide, { params: { patientId, cycleId }, body, commandId }),
    ({ link }, { name }) => {
      setMade({ name, link });
      setId(newCommandId());
      setTyped(nothing);
      setPlace(undefined);
      setTried(false);
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const [name, phone, email] = [typed.name.trim(), typed.phone.trim(), typed.email.trim()];
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-sub">Who guides</h3>
      {plan.guide === undefined ? (
        <StateWord state="unknown" word="Nobody is named to guide this dose" />
      ) : (
        <>
          <GuideLine guide={plan.guide} />
          <p className="figures">{plan.guide.phone}</p>
        </>
      )}
      {made !== undefined && (
        <p>
          The link for {made.name}, shown once:{' '}
          <span className="block rounded-control bg-water p-3 text-small break-all select-all">
            {made.link}
          </span>
        </p>
      )}
      <Form
        failure={act.failure}
        stillTrue="Nobody new was named."
        onSubmit={() => {
          setTried(true);
          if (name === '' || phone === '' || place === undefined) return;
          act.run({ id, name, phone, place, ...(email === '' ? {} : { email }) });
        }}
        actions={
          <Button type="submit" busy={act.busy ? 'Saving' : undefined}>
            Name this guide
          </Button>
        }
      >
        <div className="grid items-start gap-5 tablet:grid-cols-2">
          <TextField
            label="Guide’s name"
            name="guideName"
            value={typed.name}
            onChange={(next) => setTyped({ ...typed, name: next })}
            fault={tried && name === '' ? 'Write their name' : undefined}
          />
          <Select
            label="Where they guide from"
            name="place"
            value={place}
            onChange={setPlace}
            choices={places}
            fault={tried && place === undefined ? 'Choose one' : undefined}
          />
          <TextField
            label="Guide’s phone that day"
            name="guidePhone"
            value={typed.phone}
            onChange={(next) => setTyped({ ...typed, phone: next })}
            fault={tried && phone === '' ? 'Write how to reach them' : undefined}
          />
          <TextField
            label="Guide’s e-mail"
            name="guideEmail"
            optional
            hint="If you give it, we send them the link. The mail does not say why."
            value={typed.email}
            onChange={(next) => setTyped({ ...typed, email: next })}
          />
        </div>
      </Form>
    </section>
  );
}
