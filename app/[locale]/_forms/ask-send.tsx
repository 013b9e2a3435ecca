import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import { CheckBox } from '#app/_ui/choice/choice.tsx';
import { DeviceSignals } from '#app/_ui/device-signals/device-signals.tsx';
import { Quiet } from '#app/_ui/panel/panel.tsx';
import { Sending } from '#app/_ui/sending/sending.tsx';
import { askKinds, refusalBook } from '../_problem/refusal-book.ts';
import { PlaceStep } from '../_way/place-step.tsx';
import { RobotStep } from '../_way/robot-step.tsx';
import type { FormDefinition } from './form-definition.ts';

export const sendForm: FormDefinition = {
  path: 'ask/send',
  action: '/api/request',
  back: 'ask/ports',
  needsScript: true,
  // She is in the draw: there is nothing left to ask for.
  fits: (standing, told) => told !== 'already-asked' || standing.step === 'registered',
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
        <RobotStep
          locale={locale}
          title={t('send.robot.title')}
          instead={{ href: `/${locale}/assisted`, text: t('refused.assisted') }}
        />
        <DeviceSignals />
        <CheckBox
          name="standing"
          value="yes"
          label={t('send.standing.label')}
          problem={problemOf('standing')}
          isChecked
        />
        <Quiet>{t('send.standing.hint')}</Quiet>
        <Sending
          words={{
            sending: t('send.sending'),
            wait: t('send.robot.wait'),
            tick: t('send.robot.vendor.first'),
            offline: t('send.offline'),
            online: t('send.online'),
            failed: t('send.failed'),
          }}
          book={await refusalBook(locale, askKinds)}
        />
      </>
    );
  },
};
