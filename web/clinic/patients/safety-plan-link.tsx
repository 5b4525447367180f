// From an answer that speaks of suicide to the plan that is made, or gone through, with this person.
import { Link } from '@tanstack/react-router';

export function SafetyPlanLink({ patientId }: { readonly patientId: string }) {
  return (
    <Link
      to="/patients/$patientId"
      params={{ patientId }}
      search={{ tab: 'safety-plan' }}
      className="link inline-flex min-h-10 items-center self-start"
    >
      Their safety plan
    </Link>
  );
}
