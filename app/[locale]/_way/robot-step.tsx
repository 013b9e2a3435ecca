import { getTranslations } from 'next-intl/server';
import { Card, ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { RobotCheck } from '#app/_ui/robot-check/robot-check.tsx';
import type { Locale } from '#core/language/locales.ts';

type Props = {
  readonly locale: Locale;
  readonly title: string;
  /** Where she can go on if her phone can't do it. */
  readonly instead: { readonly href: string; readonly text: string };
};

/** The check against robots, as a part of the page's form. Without a script it isn't there. */
export async function RobotStep({ locale, title, instead }: Props) {
  const t = await getTranslations({ locale, namespace: 'ask' });
  return (
    <ScriptedOnly>
      <Card>
        <h2>{title}</h2>
        <RobotCheck
          words={{
            why: t('send.robot.why'),
            working: t('send.robot.working'),
            done: t('send.robot.done'),
            failed: t('send.robot.failed'),
            retry: t('refused.retry'),
            assisted: instead,
            vendor: {
              why: t('send.robot.vendor.why'),
              sees: t('send.robot.vendor.sees'),
              privacy: t('send.robot.vendor.privacy'),
              access: t('send.robot.vendor.access'),
              working: t('send.robot.vendor.working'),
              untouched: t('send.robot.vendor.untouched'),
              expired: t('send.robot.vendor.expired'),
              failed: t('send.robot.vendor.failed'),
            },
          }}
        />
      </Card>
    </ScriptedOnly>
  );
}
