// An address that leads nowhere: said plainly, with the way back.
import { Link } from '@tanstack/react-router';
import { DeskPage } from './desk-page.tsx';

export function NoSuchPage() {
  return (
    <DeskPage title="There is no such page">
      <p>
        The address may be old.{' '}
        <Link to="/" className="link">
          Go to today
        </Link>
        .
      </p>
    </DeskPage>
  );
}
