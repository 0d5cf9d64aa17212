import type { Random } from '../core/random';
import type { ApiAccount } from '../types';

/** API accounts by their token and by their client id. */
export class ApiAccounts {
	private readonly byToken = new Map<string, ApiAccount>();
	private readonly byClient = new Map<string, ApiAccount>();
	/** Apps by their client id: what their last installation was granted. */
	private readonly installed = new Map<string, ApiAccount>();

	constructor(private readonly random: Random) {}

	create(input: { name: string; scopes: readonly string[] }): ApiAccount {
		return this.add({
			...this.newClient(),
			name: input.name,
			accessToken: this.newToken(),
			scopes: [...input.scopes],
		});
	}

	/** A token for an app that was installed; the one of an earlier installation stops working. */
	install(app: ApiAccount, scopes: readonly string[]): ApiAccount {
		const earlier = this.installed.get(app.clientId);
		if (earlier) this.byToken.delete(earlier.accessToken);
		const account = { ...app, accessToken: this.newToken(), scopes: [...scopes] };
		this.installed.set(app.clientId, account);
		this.byToken.set(account.accessToken, account);
		return account;
	}

	delete(clientId: string): void {
		for (const [token, account] of this.byToken) {
			if (account.clientId === clientId) this.byToken.delete(token);
		}
		this.byClient.delete(clientId);
		this.installed.delete(clientId);
	}

	ofToken(token: string): ApiAccount | undefined {
		return this.byToken.get(token);
	}

	ofClient(clientId: string): ApiAccount | undefined {
		return this.byClient.get(clientId);
	}

	private add(account: ApiAccount): ApiAccount {
		this.byToken.set(account.accessToken, account);
		this.byClient.set(account.clientId, account);
		return account;
	}

	private newClient(): Pick<ApiAccount, 'clientId' | 'clientSecret'> {
		return { clientId: this.random.hex(31), clientSecret: this.random.hex(64) };
	}

	private newToken(): string {
		return this.random.hex(31);
	}
}
