import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import { CheckBox } from '#app/_ui/choice/choice.tsx';
import { DeviceSignals } from '#app/_ui/device-signals/device-signals.tsx';
import { pageFormId } from '#app/_ui/form/form.tsx';
import { Card, Quiet, ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { RobotCheck } from '#app/_ui/robot-check/robot-check.tsx';
import { Sending } from '#app/_ui/sending/sending.tsx';
import { askKinds, refusalBook } from '../_problem/refusal-book.ts';
import { PlaceStep } from '../_way/place-step.tsx';
import type { FormDefinition } from './form-definition.ts';

export const sendForm: FormDefinition = {
  path: 'ask/send',
  action: '/api/request',
  back: 'ask/ports',
  needsScript: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'ask' });
    return { title: t('send.title'), button: t('send.button'), labels: { standing: t('send.standing.label') } };
  },
  async Fields({ locale, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'ask' });
    return (
      <>
        <LineLink href={`/${locale}/ask/ports?change`}>{t('send.changePorts')}</LineLink>
        <PlaceStep locale={locale} title={t('send.where.title')} why={t('send.where.why')} />
        <ScriptedOnly>
          <Card>
            <h2>{t('send.robot.title')}</h2>
            <RobotCheck
              form={pageFormId}
              words={{
                why: t('send.robot.why'),
                working: t('send.robot.working'),
                done: t('send.robot.done'),
                failed: t('send.robot.failed'),
                retry: t('refused.retry'),
                assisted: { href: `/${locale}/assisted`, text: t('refused.assisted') },
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
        <DeviceSignals form={pageFormId} />
        <CheckBox
          name="standing"
          value="yes"
          label={t('send.standing.label')}
          problem={problemOf('standing')}
          isChecked
        />
        <Quiet>{t('send.standing.hint')}</Quiet>
        <Sending
          form={pageFormId}
          words={{
            sending: t('send.sending'),
            wait: t('send.robot.wait'),
            tick: t('send.robot.vendor.first'),
            offline: t('send.offline'),
            online: t('send.online'),
            failed: t('send.failed'),
            book: await refusalBook(locale, askKinds),
          }}
        />
      </>
    );
  },
};
