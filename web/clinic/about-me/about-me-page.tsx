// What patients read about me, and where I said I may work. Each says it of themselves.
import { useQueryClient } from '@tanstack/react-query';
import { listMyLicences } from '#api/emdr.ts';
import { getMyProfile, type StaffProfile, saveMyProfile } from '#api/team.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { LicenceCard } from '#web/clinic/emdr/licence-card.tsx';
import { useMe } from '#web/clinic/me.ts';
import { readsChart } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';

export function AboutMePage() {
  const profile = useAnswer(['my-profile'], getMyProfile);
  const treats = readsChart(useMe());
  return (
    <DeskPage
      title="About me"
      lead="What patients read about you, in your own words. Each line may stay empty."
    >
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <Heard of={profile}>{(answer) => <ProfileForm profile={answer} />}</Heard>
        {treats && <MyLicences />}
      </div>
    </DeskPage>
  );
}

function MyLicences() {
  const mine = useAnswer(['patient', 'my-licences'], listMyLicences);
  return <Heard of={mine}>{({ licences }) => <LicenceCard licences={licences} />}</Heard>;
}

const genders = [
  { value: 'woman', label: 'A woman' },
  { value: 'man', label: 'A man' },
  { value: 'another', label: 'Another' },
] as const;

function ProfileForm({ profile }: { readonly profile: StaffProfile }) {
  const queries = useQueryClient();
  const draft = useDraft<Partial<StaffProfile>>('my-profile', {});
  const typed: StaffProfile = { ...profile, ...draft.value };
  const change = (changed: Partial<StaffProfile>): void => draft.set({ ...draft.value, ...changed });
  const save = useAct(
    (body: StaffProfile, commandId) => call(saveMyProfile, { body, commandId }),
    (kept) => {
      queries.setQueryData(['my-profile'], kept);
      draft.clear();
    },
  );
  return (
    <Card title="In my words">
      <Form
        className="gap-4"
        failure={save.failure}
        stillTrue="Not saved. Your words are still in the boxes."
        onSubmit={() => save.run(typed)}
        actions={
          <Button type="submit" variant="primary" busy={save.busy ? 'Saving' : undefined}>
            Patients may read this
          </Button>
        }
      >
        <TextField
          label="Trained as"
          hint="For example: RN, advanced life support"
          optional
          maxLength={200}
          value={typed.credentials}
          onChange={(credentials) => change({ credentials })}
        />
        <TextField
          label="Licensed in"
          optional
          maxLength={200}
          value={typed.licensedIn}
          onChange={(licensedIn) => change({ licensedIn })}
        />
        <TextField
          label="I speak"
          optional
          maxLength={200}
          value={typed.speaks}
          onChange={(speaks) => change({ speaks })}
        />
        <Select
          label="For those who wish for a woman or a man"
          optional
          prompt="I do not say"
          value={typed.gender}
          onChange={(gender) => change({ gender })}
          choices={genders}
        />
        <TextArea
          label="About me"
          optional
          rows={4}
          value={typed.about}
          onChange={(about) => change({ about })}
        />
      </Form>
    </Card>
  );
}
