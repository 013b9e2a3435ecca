import { getTranslations } from 'next-intl/server';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { Field } from '#app/_ui/field/field.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { TextArea } from '#app/_ui/text-area/text-area.tsx';
import { longestWhere, sellerActs } from '#core/notice/seller-report.ts';
import { RobotStep } from '../_way/robot-step.tsx';
import type { FormDefinition } from './form-definition.ts';

export const reportSellerForm: FormDefinition = {
  path: 'report-seller',
  action: '/api/seller-report',
  back: 'is-it-from-us',
  needsScript: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'messages' });
    return {
      title: t('report.title'),
      lead: t('report.lead'),
      button: t('report.button'),
      labels: { act: t('act.label'), where: t('report.where'), contact: t('report.contact') },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'messages' });
    return (
      <>
        <noscript>
          <Notice look="wait">
            <p>{t('report.noScript')}</p>
          </Notice>
        </noscript>
        <ScriptedOnly>
          <Choice
            name="act"
            label={t('act.label')}
            options={sellerActs.map((act) => ({ value: act, label: t(`act.${act}`) }))}
            problem={problemOf('act')}
            value={entered['act']}
          />
          <TextArea
            name="where"
            label={t('report.where')}
            hint={t('report.whereHint', { max: String(longestWhere) })}
            problem={problemOf('where')}
            value={entered['where']}
          />
          <Field
            name="contact"
            label={t('report.contact')}
            hint={t('report.contactHint')}
            problem={problemOf('contact')}
            value={entered['contact']}
            autoComplete="off"
            dir="auto"
          />
          <RobotStep
            locale={locale}
            title={t('report.robot')}
            instead={{ href: `/${locale}/help`, text: t('report.help') }}
          />
        </ScriptedOnly>
      </>
    );
  },
};
