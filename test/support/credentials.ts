import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers } from 'n8n-workflow';

import { BigCommerceApi } from '../../credentials/BigCommerceApi.credentials';
import { BigCommerceOAuth2Api } from '../../credentials/BigCommerceOAuth2Api.credentials';

/** What a person entered into a credential's form, or what n8n stored after connecting. */
export interface Credential {
	type: string;
	data: ICredentialDataDecryptedObject;
}

const property = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });

/** The part of n8n's own `oAuth2Api` that our credential inherits. */
const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: [
		'grantType',
		'authUrl',
		'accessTokenUrl',
		'clientId',
		'clientSecret',
		'scope',
		'authQueryParameters',
		'authentication',
	].map(property),
};

const TYPES: readonly ICredentialType[] = [new BigCommerceApi(), new BigCommerceOAuth2Api(), oAuth2Api];

function typeOf(name: string): ICredentialType {
	const type = TYPES.find((candidate) => candidate.name === name);
	if (!type) throw new Error(`There is no credential type ${name}`);
	return type;
}

function propertiesOf(name: string): INodeProperties[] {
	const { extends: parents = [], properties } = typeOf(name);
	const own = new Set(properties.map((each) => each.name));
	return [...parents.flatMap(propertiesOf).filter((inherited) => !own.has(inherited.name)), ...properties];
}

/**
 * The credential store of an n8n that holds one credential. Defaults, expressions, `authenticate` and
 * `preAuthentication` work as in n8n, with our own credential classes.
 */
export class CredentialStore extends ICredentialsHelper {
	/** @param makeWorkflow something to resolve expressions with: what n8n does for a credential outside a workflow */
	constructor(
		readonly credential: Credential | undefined,
		private readonly makeWorkflow: (node: INode) => Workflow,
	) {
		super();
	}

	override getParentTypes(name: string): string[] {
		return (typeOf(name).extends ?? []).flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override getCredentialsProperties(type: string): INodeProperties[] {
		return propertiesOf(type);
	}

	override getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		_mode: WorkflowExecuteMode,
	): Promise<ICredentialDataDecryptedObject> {
		if (this.credential?.type !== type) return Promise.reject(new Error(`No credential of type ${type} is stored`));
		const { oauthTokenData, ...entered } = structuredClone(this.credential.data);
		const filled = NodeHelpers.getNodeParameters(
			propertiesOf(type),
			entered as Parameters<typeof NodeHelpers.getNodeParameters>[1],
			true,
			false,
			null,
			null,
		);
		const data = { ...filled, ...(oauthTokenData === undefined ? {} : { oauthTokenData }) };
		const { expression } = this.makeWorkflow(CREDENTIAL_NODE);
		type Values = Parameters<typeof expression.getComplexParameterValue>[1];
		const resolved = expression.getComplexParameterValue(
			CREDENTIAL_NODE,
			data as Values,
			'internal',
			{},
			undefined,
			undefined,
			data,
		);
		return Promise.resolve(resolved as ICredentialDataDecryptedObject);
	}

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = typeOf(typeName);
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const { expression } = this.makeWorkflow(CREDENTIAL_NODE);
		const resolve = (value: unknown): string =>
			String(
				expression.getSimpleParameterValue(CREDENTIAL_NODE, String(value), 'internal', { $credentials: credentials }),
			);
		for (const [part, values] of Object.entries(authenticate.properties)) {
			const into = (options[part as 'headers'] ??= {});
			for (const [name, value] of Object.entries(values as Record<string, unknown>))
				into[resolve(name)] = resolve(value);
		}
		return options;
	}

	override async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = typeOf(typeName).properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		);
		const due = expirable && (credentialsExpired || credentials[expirable.name] === '');
		return due ? await this.runPreAuthentication(helpers, credentials, typeName) : undefined;
	}

	override async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = typeOf(typeName);
		if (!type.preAuthentication) return undefined;
		const output = await type.preAuthentication.call(helpers, credentials);
		if (this.credential) Object.assign(this.credential.data, output);
		return { ...credentials, ...(output as ICredentialDataDecryptedObject) };
	}

	override updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		if (this.credential) this.credential.data = data;
		return Promise.resolve();
	}

	override updateCredentialsOauthTokenData(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		return this.updateCredentials(nodeCredentials, type, data);
	}

	override getCredentials(): Promise<ICredentials> {
		return Promise.reject(new Error('Only decrypted credentials are in this store'));
	}
}

const CREDENTIAL_NODE: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
