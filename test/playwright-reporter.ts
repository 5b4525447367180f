// Ends a run in the browser with one line that people and machines read alike.
import type { Reporter, TestCase } from '@playwright/test/reporter';

export default class LastLine implements Reporter {
  #stories = new Map<string, TestCase>();

  onTestEnd(story: TestCase): void {
    this.#stories.set(story.id, story);
  }

  async onExit(): Promise<void> {
    const stories = [...this.#stories.values()];
    const those = (outcome: ReturnType<TestCase['outcome']>) =>
      stories.filter((story) => story.outcome() === outcome);
    const secondTry = those('flaky');
    for (const story of secondTry)
      console.log(`Passed only the second time: ${story.titlePath().join(' › ')}`);
    console.log(
      `${those('expected').length + secondTry.length} passed, ${those('unexpected').length} failed`,
    );
  }

  printsToStdio(): boolean {
    return false;
  }
}
