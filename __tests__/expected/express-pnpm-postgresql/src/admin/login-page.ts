const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The login form, with the email address that was tried and what is wrong with the attempt. */
export function renderLogin({ email = '', fault = '' } = {}): string {
  const [first, second] = email === '' ? [' autofocus', ''] : ['', ' autofocus'];
  const alert = fault && `<p role="alert">${escapeHtml(fault)}</p>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Log in</title>
    <link rel="icon" href="/admin/assets/favicon.svg">
    <link rel="stylesheet" href="/admin/assets/login.css">
  </head>
  <body>
    <main>
      <h1>Admin</h1>
      ${alert}
      <form method="post" action="/admin/login">
        <label>Email
          <input name="email" type="email" autocomplete="username" required${first}
            value="${escapeHtml(email)}">
        </label>
        <label>Password
          <input name="password" type="password" autocomplete="current-password" required${second}>
        </label>
        <button>Log in</button>
      </form>
    </main>
  </body>
</html>
`;
}
