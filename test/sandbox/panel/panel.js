const byId = (id) => document.getElementById(id);

function element(name, text) {
	const node = document.createElement(name);
	if (text !== undefined) node.textContent = text;
	return node;
}

/** Rows of texts; a row's `actions` become buttons: label to path. */
function fill(id, headings, rows) {
	const table = byId(id);
	table.replaceChildren();
	const head = table.insertRow();
	for (const heading of headings) head.append(element('th', heading));
	if (rows.length === 0) table.insertRow().append(element('td', 'none yet'));
	for (const { cells, actions = {} } of rows) {
		const row = table.insertRow();
		for (const cell of cells) row.append(element('td', cell === null ? '' : String(cell)));
		const last = row.insertCell();
		for (const [label, path] of Object.entries(actions)) {
			const button = element('button', label);
			button.dataset.post = path;
			last.append(button);
		}
	}
}

async function refresh() {
	const state = await (await fetch('/sandbox/state')).json();
	byId('hash').textContent = state.store_hash;
	byId('connection').textContent =
		`API path ${state.api_path} · quota ${state.quota.limit ?? 'unlimited'}, left ${state.quota.left ?? 'unlimited'}`;
	fill(
		'orders',
		['Order', 'Status', 'Payment', 'Total', 'E-mail', ''],
		state.orders.map((order) => ({
			cells: [order.id, order.status, order.payment_status, order.total, order.email],
			actions: {
				Pay: `/sandbox/orders/${order.id}/pay`,
				Ship: `/sandbox/orders/${order.id}/ship`,
				Refund: `/sandbox/orders/${order.id}/refund`,
			},
		})),
	);
	fill(
		'carts',
		['Cart', 'State', 'E-mail', 'Items', ''],
		state.carts.map((cart) => ({
			cells: [cart.id, cart.state, cart.email, cart.items],
			actions: cart.state === 'converted' ? {} : { Convert: `/sandbox/carts/${cart.id}/convert` },
		})),
	);
	fill(
		'customers',
		['Customer', 'Name', 'E-mail', ''],
		state.customers.map((customer) => ({
			cells: [customer.id, customer.name, customer.email],
		})),
	);
	fill(
		'messages',
		['Message', 'Received', 'Content', ''],
		state.messages.map(({ id, received_at, ...rest }) => ({
			cells: [id, received_at, JSON.stringify(rest)],
		})),
	);
	fill(
		'hooks',
		['Hook', 'Scope', 'Destination', 'Active', ''],
		state.hooks.map((hook) => ({
			cells: [hook.id, hook.scope, hook.destination, hook.is_active],
			actions: { Deactivate: `/sandbox/hooks/${hook.id}/deactivate` },
		})),
	);
	fill(
		'deliveries',
		['Delivery', 'Scope', 'State', 'Answers', ''],
		state.deliveries.map((delivery) => ({
			cells: [delivery.id, delivery.scope, delivery.state, delivery.answers.join(', ')],
			actions: { 'Send again': `/sandbox/deliveries/${delivery.id}/redeliver` },
		})),
	);
}

document.addEventListener('click', async ({ target }) => {
	const path = target.dataset?.post;
	if (!path) return;
	const response = await fetch(path, { method: 'POST' });
	byId('result').textContent = await response.text();
	await refresh();
});

void refresh();
setInterval(() => void refresh(), 2000);
