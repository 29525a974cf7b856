/**
 * Runs on the page that Telegram sends people back to. What it says of them stands behind the address's #, which no
 * server sees: it is taken out of the address and posted.
 */
export const callbackScript = `
const [, result] = /[#&]tgAuthResult=([\\w=+/-]*)/.exec(location.hash) ?? [];
history.replaceState(null, '', location.pathname + location.search);
const form = document.forms[0];
form.elements.result.value = result ?? '';
form.submit();
`
