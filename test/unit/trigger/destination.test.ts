import { destinationFault, destinationOf, isDestinationOf } from '../../../nodes/BigCommerce/trigger/hooks/destination';

const API = 'https://api.bigcommerce.com';
const URL_OK = 'https://n8n.example.com/webhook/1f0c/webhook';

it.each([
	['http://localhost:5678/webhook/1', /cannot reach this n8n: its webhook address is local \(localhost\)/],
	['https://127.0.0.1/webhook/1', /local \(127\.0\.0\.1\)/],
	['https://[::1]/webhook/1', /local/],
	['https://192.168.1.20/webhook/1', /local/],
	['https://10.0.0.7/webhook/1', /local/],
	['https://172.20.0.2/webhook/1', /local/],
	['https://n8n.local/webhook/1', /local/],
	['http://n8n.example.com/webhook/1', /over HTTPS only, .* begins with http:\/\//],
	['https://n8n.example.com:5678/webhook/1', /port 443 only, .* has port 5678/],
])('refuses %s, and says what to do', (url, words) => {
	const fault = destinationFault(url, API);
	expect(fault?.message).toMatch(words);
	expect(fault?.description).toContain('WEBHOOK_URL');
});

it.each([URL_OK, 'https://n8n.example.com:443/webhook/1', 'https://172.32.0.1/webhook/1'])('takes %s', (url) => {
	expect(destinationFault(url, API)).toBeUndefined();
});

it.each(['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010'])(
	'takes any address for a sandbox store at %s',
	(apiUrl) => {
		expect(destinationFault('http://127.0.0.1:5678/webhook/1', apiUrl)).toBeUndefined();
	},
);

it('gives delivery exceptions an address of their own, still of this webhook', () => {
	const own = destinationOf('store/hook/deliveryException', URL_OK);
	expect(own).not.toBe(URL_OK);
	expect(new URL(own).pathname).toBe(new URL(URL_OK).pathname);
	expect(isDestinationOf(own, URL_OK)).toBe(true);
	expect(isDestinationOf(destinationOf('store/order/created', URL_OK), URL_OK)).toBe(true);
	for (const other of [`${URL_OK}/`, `${URL_OK}?x=1`, URL_OK.slice(0, -1), URL_OK.toUpperCase()]) {
		expect(isDestinationOf(other, URL_OK)).toBe(false);
	}
});
