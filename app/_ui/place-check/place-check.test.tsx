import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPage, part, read, until } from '#tests/support/page-in-memory.ts';
import { PlaceCheck } from './place-check.tsx';
import { startPlaceCheck } from './start-place-check.ts';

const way = { href: '/en/assisted?reason=outside-geofence&kilometers={kilometers}', text: 'Help' };
const words = {
  button: 'Look',
  asking: 'Say yes.',
  looking: 'Wait.',
  inside: 'Inside.',
  accuracy: 'Within {meters} m.',
  retry: 'Again',
  book: {
    unexpected: { title: 'Ours', what: 'It broke.', next: 'Wait.', ways: [] },
    'outside-geofence': { title: 'Outside', what: 'Far.', found: 'By {kilometers} km.', next: 'Go.', ways: [way] },
    'location-missing': { title: 'No place', what: 'Unknown.', next: 'Say yes.', ways: [] },
  },
};
const policy = { southernLatitude: 19.05, marginMeters: 0, mapToleranceMeters: 1000, accuracyLimitMeters: 5000 };
const juarez = { latitude: 31.69, longitude: -106.424, accuracy: 24.6 };
const tapachula = { latitude: 14.905, longitude: -92.263, accuracy: 25 };

type Coordinates = typeof juarez;

let place: Coordinates | null;
let end = () => {};

/** The page on a phone at `place`, which says nothing for null; gives what still waits for another place. */
function open(): ReadonlySet<number> {
  const watching = new Set<number>();
  const phone = {
    permissions: { query: async () => ({ state: 'prompt' }) },
    geolocation: {
      getCurrentPosition: (found: (fix: { coords: Coordinates }) => void, failed: () => void) =>
        place ? found({ coords: place }) : failed(),
      watchPosition: () => {
        watching.add(1);
        return 1;
      },
      clearWatch: (id: number) => watching.delete(id),
    },
  };
  openPage(
    <form>
      <PlaceCheck words={words} policy={policy} sandbox={undefined} />
    </form>,
    phone,
  );
  return watching;
}

afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

function begin(): ReadonlySet<number> {
  const watching = open();
  end = startPlaceCheck(part('[data-place-check]'));
  return watching;
}

async function press(): Promise<void> {
  part('button').click();
  await until(() => expect(part('[data-place]').dataset['place']).toMatch(/good|refused/));
}

function sent(): unknown {
  return Object.fromEntries(new FormData(part('form') as HTMLFormElement));
}

describe('the check of the place', () => {
  test('waits for its script, and for her', () => {
    place = juarez;
    open();
    expect(part('button')).toHaveProperty('disabled', true);
    end = startPlaceCheck(part('[data-place-check]'));
    expect(part('button')).toHaveProperty('disabled', false);
    expect(read(document.body)).toEqual(['Look']);
    expect(sent()).toEqual({});
  });

  test('says what it finds inside the area, sends it, and looks on', async () => {
    place = juarez;
    const watching = begin();
    await press();
    expect(read(document.body)).toEqual(['Look', 'Inside.', 'Within 25 m.']);
    expect(sent()).toEqual({ latitude: '31.69', longitude: '-106.424', accuracy: '24.6' });
    expect(watching.size).toBe(1);
    end();
    expect(watching.size).toBe(0);
  });

  test('says what stands in the way, and leads on', async () => {
    place = tapachula;
    begin();
    await press();
    const [title, what, found, ...others] = read(document.body);
    expect([title, what, ...others]).toEqual(['Outside', 'Far.', 'Go.', 'Help', 'Again']);
    const [kilometers] = /\d+/.exec(found ?? '') ?? [];
    expect(Number(kilometers)).toBeGreaterThan(400);
    expect(part('[role=alert] a').getAttribute('href')).toBe(
      `/en/assisted?reason=outside-geofence&kilometers=${kilometers}`,
    );
    expect(document.activeElement).toBe(part('[role=alert]'));
  });

  test('forgets what it told when she presses again', async () => {
    place = null;
    begin();
    await press();
    expect(read(document.body)).toEqual(['No place', 'Unknown.', 'Say yes.', 'Again']);
    expect(sent()).toEqual({});
    place = juarez;
    part('button').click();
    await until(() => expect(read(document.body)).toEqual(['Look', 'Inside.', 'Within 25 m.']));
  });
});
