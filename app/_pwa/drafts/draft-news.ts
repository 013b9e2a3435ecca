/**
 * What there is to say: something was put back; another tab has newer typing; there is older typing beside what stands
 * here; she has to type her PIN before she sees it; the phone is full; the browser keeps nothing; the photo has to be chosen
 * again; nobody touched a shared phone, and all of it is gone.
 */
export type DraftNews = 'none' | 'back' | 'elsewhere' | 'older' | 'closed' | 'full' | 'denied' | 'photo' | 'gone';
