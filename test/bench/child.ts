import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';

/** What a child process can be asked, by name. */
export type Handlers = Record<string, (input: never) => unknown>;

interface Question {
	id: number;
	name: string;
	input: unknown;
}

interface Reply {
	id: number;
	result?: unknown;
	fault?: string;
}

/** A process of its own that answers questions; it ends with this one. */
export class Child<H extends Handlers> {
	private readonly process: ChildProcess;
	private readonly open = new Map<number, (reply: Reply) => void>();
	private asked = 0;

	/**
	 * @param script a file that calls `answerQuestions` with handlers of type `H`
	 * @param nodeOptions options of Node itself
	 */
	constructor(script: string, nodeOptions: readonly string[] = []) {
		this.process = fork(script, { execArgv: [...process.execArgv, ...nodeOptions] });
		this.process.on('message', (reply: Reply) => {
			this.open.get(reply.id)?.(reply);
			this.open.delete(reply.id);
		});
		this.process.on('exit', (code) => {
			for (const [id, settle] of this.open) settle({ id, fault: `${script} ended with ${code}` });
		});
	}

	async ask<K extends keyof H & string>(name: K, input: Parameters<H[K]>[0]): Promise<Awaited<ReturnType<H[K]>>> {
		const id = ++this.asked;
		const reply = await new Promise<Reply>((resolve) => {
			this.open.set(id, resolve);
			this.process.send({ id, name, input } satisfies Question);
		});
		if (reply.fault !== undefined) throw new Error(reply.fault);
		return reply.result as Awaited<ReturnType<H[K]>>;
	}

	stop(): void {
		this.process.kill('SIGKILL');
	}
}

/** To be called once, in the child process. */
export function answerQuestions(handlers: Handlers): void {
	process.on('message', ({ id, name, input }: Question) => {
		void (async () => await handlers[name]?.(input as never))().then(
			(result) => process.send?.({ id, result } satisfies Reply),
			(fault: unknown) => process.send?.({ id, fault: fault instanceof Error ? fault.stack : String(fault) }),
		);
	});
	process.on('disconnect', () => process.exit());
}
