import type { ReactNode } from 'react';
import { examples as address } from '../address/address.examples.tsx';
import { examples as button } from '../button/button.examples.tsx';
import { examples as choice } from '../choice/choice.examples.tsx';
import { examples as countdown } from '../countdown/countdown.examples.tsx';
import { examples as dateField } from '../date-field/date-field.examples.tsx';
import { examples as errorSummary } from '../error-summary/error-summary.examples.tsx';
import { examples as field } from '../field/field.examples.tsx';
import { examples as fileField } from '../file-field/file-field.examples.tsx';
import { examples as filled } from '../filled/filled.examples.tsx';
import { examples as heading } from '../heading/heading.examples.tsx';
import { examples as installOffer } from '../install-offer/install-offer.examples.tsx';
import { examples as languageList } from '../language-list/language-list.examples.tsx';
import { examples as languageMenu } from '../language-menu/language-menu.examples.tsx';
import { examples as listen } from '../listen/listen.examples.tsx';
import { examples as more } from '../more/more.examples.tsx';
import { examples as notice } from '../notice/notice.examples.tsx';
import { examples as picture } from '../picture/picture.examples.tsx';
import { examples as qr } from '../qr/qr.examples.tsx';
import { examples as quickExit } from '../quick-exit/quick-exit.examples.tsx';
import { examples as select } from '../select/select.examples.tsx';
import { examples as summaryList } from '../summary-list/summary-list.examples.tsx';
import { examples as table } from '../table/table.examples.tsx';
import { examples as tabs } from '../tabs/tabs.examples.tsx';
import { examples as textArea } from '../text-area/text-area.examples.tsx';
import { examples as timeline } from '../timeline/timeline.examples.tsx';

/** All examples by component and name: for the gallery, and for the tests of names, looks and axe. */
export const allExamples: Readonly<Record<string, Readonly<Record<string, ReactNode>>>> = {
  address,
  button,
  choice,
  countdown,
  'date-field': dateField,
  'error-summary': errorSummary,
  field,
  'file-field': fileField,
  filled,
  heading,
  'install-offer': installOffer,
  'language-list': languageList,
  'language-menu': languageMenu,
  listen,
  more,
  notice,
  picture,
  'quick-exit': quickExit,
  qr,
  select,
  'summary-list': summaryList,
  table,
  tabs,
  'text-area': textArea,
  timeline,
};
