'use client';

import { useEffect, useState } from 'react';

/** Shows the picture picked in the file input of that id. It never leaves the phone before the form is sent. */
export function Preview({
  input,
  alt,
  className,
}: {
  readonly input: string;
  readonly alt: string;
  readonly className: string;
}) {
  const [address, setAddress] = useState<string>();

  useEffect(() => {
    const element = document.getElementById(input);
    if (!(element instanceof HTMLInputElement)) return undefined;
    const show = () => {
      const file = element.files?.[0];
      setAddress((old) => {
        if (old) URL.revokeObjectURL(old);
        return file?.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
      });
    };
    // A file may be there before the script is: picked while the page loaded, or kept by the browser on the way back.
    show();
    element.addEventListener('change', show);
    return () => element.removeEventListener('change', show);
  }, [input]);

  // What the browser can't show is told by the server; a torn picture would say nothing.
  return address ? <img src={address} alt={alt} className={className} onError={() => setAddress(undefined)} /> : null;
}
