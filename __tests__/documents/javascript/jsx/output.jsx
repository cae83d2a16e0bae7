import * as Sentry from '@sentry/react';
import React from 'react';
import { createRoot } from 'react-dom/client';

const root = createRoot(document.getElementById('root'));
Sentry.init();
root.render(<App title="it's" />);
