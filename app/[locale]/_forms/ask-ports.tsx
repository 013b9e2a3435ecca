import { getTranslations } from 'next-intl/server';
import { Select } from '#app/_ui/select/select.tsx';
import { ports } from '#core/policy/ports.ts';
import { portAcross, portName } from '../_way/port-name.ts';
import type { FormDefinition } from './form-definition.ts';

const choices = ['port1', 'port2', 'port3'] as const;

export const portsForm: FormDefinition = {
  path: 'ask/ports',
  action: '/api/request/ports',
  back: 'status',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'ask' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: t('ports.title'),
      lead: t('ports.hint'),
      button: common('continue'),
      labels: { port1: t('ports.port1'), port2: t('ports.port2'), port3: t('ports.port3') },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const [t, common, port] = await Promise.all([
      getTranslations({ locale, namespace: 'ask' }),
      getTranslations({ locale, namespace: 'common' }),
      getTranslations({ locale, namespace: 'port' }),
    ]);
    const options = ports.map(({ code }) => ({
      value: code,
      label: t('ports.option', { port: portName(port, code), city: portAcross(port, code) }),
    }));
    return choices.map((name) => (
      <Select
        key={name}
        name={name}
        label={t(`ports.${name}`)}
        hint={name === 'port1' ? undefined : common('optional')}
        problem={problemOf(name)}
        empty={name === 'port1' ? common('choose') : common('none')}
        options={options}
        value={entered[name]}
      />
    ));
  },
};
