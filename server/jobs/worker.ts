// Starts the queue's worker beside the server and says which work it knows.

import { Logger, parseCronItems, run } from 'graphile-worker';
import type { Clock } from '#server/clock';
import { notCarried } from '#server/communications';
import { mailCompanionChecks } from '#server/companion-checks';
import { type DowntimeFolder, makeMorningPack, writePackFolders } from '#server/downtime';
import { watchHome } from '#server/home';
import { describeError } from '#server/log';
import type { Ports } from '#server/ports';
import { openPool, withOwner } from '#server/postgres';
import { checkLinks, reachByHead } from '#server/reading';
import { type Deliver, sendMessage, sendReminders } from '#server/reminders';
import { callRings } from '#server/rings';
import { deleteOldInquiries } from './delete-old-inquiries.ts';
import { followEvenings } from './follow-evenings.ts';
import { followMessages } from './follow-messages.ts';
import { forgetOldCommands } from './forget-old-commands.ts';
import { sendMail } from './send-mail.ts';

export type JobsOptions = {
  readonly ownerConnectionString: string;
  readonly ports: Ports;
  /** The clock the queue goes by, which is the database's: a demonstration's own may run ahead of it. */
  readonly queueClock: Clock;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly downtimeFolder: DowntimeFolder | undefined;
  /** Who carries texts and knocks; whoever is missing carries nothing. */
  readonly deliver: Deliver;
  /** Whether this installation may ask the places on the reading list if they are still there. */
  readonly checksLinks: boolean;
};

/** Starts the worker; the answer stops it, letting a running job end first. */
export async function startJobs({
  ownerConnectionString,
  ports,
  queueClock,
  smtpUrl,
  mailFrom,
  downtimeFolder,
  deliver,
  checksLinks,
}: JobsOptions): Promise<() => Promise<void>> {
  const pool = openPool({ connectionString: ownerConnectionString, max: 3 });
  const { log } = ports;
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 10_000,
    // The library's own lines may quote a payload; ours say the job's name and nothing else.
    logger: new Logger(() => () => undefined),
    taskList: {
      'send-mail': async (payload) => {
        const { clinicId, mailId } = payload as { clinicId: string; mailId: string };
        await sendMail(ports, { clinicId, mailId, smtpUrl, mailFrom });
      },
      'send-message': async (payload) => {
        await sendMessage(ports, deliver, payload as { clinicId: string; messageId: string });
      },
      'send-reminders': () => sendReminders(ports),
      'follow-evenings': () => followEvenings(ports),
      'mail-companion-checks': () => mailCompanionChecks(ports),
      'follow-messages': () => followMessages(ports),
      'forget-old-commands': () => forgetOldCommands(ports),
      'delete-old-inquiries': () => deleteOldInquiries(ports),
      'make-morning-packs': async () => {
        await makeMorningPack(ports);
        await writePackFolders(ports, downtimeFolder);
      },
      'watch-homes': async (_, { addJob }) => {
        const { ringing } = await watchHome(ports);
        // The next person is rung after seconds, not after the minute this is asked by itself.
        if (ringing > 0)
          await addJob(
            'watch-homes',
            {},
            { runAt: new Date(queueClock.now() + 15_000), jobKey: 'watch-homes-soon' },
          );
      },
      'call-rings': () => callRings(ports),
      'check-links': async () => {
        if (checksLinks) await checkLinks(ports, reachByHead);
      },
    },
    parsedCronItems: parseCronItems([
      { task: 'watch-homes', match: '* * * * *', options: { backfillPeriod: 0 } },
      { task: 'call-rings', match: '* * * * *', options: { backfillPeriod: 0 } },
      { task: 'send-reminders', match: '*/5 * * * *', options: { backfillPeriod: 0 } },
      { task: 'follow-evenings', match: '*/5 * * * *', options: { backfillPeriod: 0 } },
      { task: 'mail-companion-checks', match: '*/5 * * * *', options: { backfillPeriod: 0 } },
      { task: 'follow-messages', match: '*/5 * * * *', options: { backfillPeriod: 0 } },
      // Asked often, made once a day: each clinic has its own zone and its own time.
      { task: 'make-morning-packs', match: '*/5 * * * *', options: { backfillPeriod: 0 } },
      { task: 'check-links', match: '23 4 * * 1', options: { backfillPeriod: 0 } },
      { task: 'forget-old-commands', match: '17 3 * * *', options: { backfillPeriod: 0 } },
      // A night it was switched off is made up for: the promise was in days.
      { task: 'delete-old-inquiries', match: '37 3 * * *', options: { backfillPeriod: 24 * 60 * 60_000 } },
    ]),
  });
  runner.events.on('job:error', ({ job, error }) =>
    log('error', 'job failed', { job: job.task_identifier, count: job.attempts, ...describeError(error) }),
  );
  // Mail written before the queue existed, as in a freshly seeded demonstration, or while nothing carried it, still has to ask.
  await withOwner(ownerConnectionString, (client) =>
    client.query(
      `select graphile_worker.add_job('send-mail', json_build_object('clinicId', clinic_id, 'mailId', id), max_attempts => 12, job_key => 'mail-' || id)
         from outgoing_mail
        where sent_at is null and (failed_at is null or failure = '${notCarried}') and created_at > now() - interval '1 day'`,
    ),
  );
  return async () => {
    await runner.stop();
    await pool.end();
  };
}
