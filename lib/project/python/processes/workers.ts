import type { Gathered } from '../gathered.ts';
import { type Manifests, placeOf, requirementOf } from '../manifests/read.ts';
import { bindingOf, calleeOf, isImportable, nameIn, placeIn } from '../syntax/ask.ts';
import type { Module } from '../syntax/types.ts';

/** A process beside the web: its name, its command, and what shows that it is needed. */
export interface Process {
  readonly name: string;
  readonly command: string;
  readonly place: string;
}

/** A queue whose worker is told the object that the code makes. */
interface Queue {
  readonly makes: readonly string[];
  /** The command for `module` and the name of the object in it. */
  command(module: string, name: string): string;
}

const queues: readonly Queue[] = [
  {
    makes: ['celery.Celery'],
    command: (module, name) =>
      `celery -A ${/^(?:app|celery)$/.test(name) ? module : `${module}:${name}`} worker --loglevel=info`,
  },
  {
    makes: ['huey.RedisHuey', 'huey.SqliteHuey', 'huey.PriorityRedisHuey'],
    command: (module, name) => `huey_consumer ${module}.${name}`,
  },
  {
    makes: [
      'taskiq_redis.ListQueueBroker',
      'taskiq_redis.RedisStreamBroker',
      'taskiq_aio_pika.AioPikaBroker',
    ],
    command: (module, name) => `taskiq worker ${module}:${name}`,
  },
  {
    makes: ['dramatiq.brokers.redis.RedisBroker', 'dramatiq.brokers.rabbitmq.RabbitmqBroker'],
    command: (module) => `dramatiq ${module}`,
  },
];

/** Commands of Django's packages that work on a queue. */
const managed: Readonly<Record<string, string>> = {
  'django-rq': 'rqworker default',
  'django-q': 'qcluster',
  'django-q2': 'qcluster',
  'django-dramatiq': 'rundramatiq',
};

/** The workers that the code asks for: celery, rq, arq, huey, taskiq, dramatiq. */
export function workersIn(gathered: Gathered): readonly Process[] {
  const { modules, manifests, naming, django } = gathered;
  const byQueue = modules.flatMap((module) => queueWorkers(gathered, module));
  const arq = modules.flatMap((module) =>
    module.classes
      .filter(({ name }) => /^\w*WorkerSettings$/.test(name) && requirementOf(manifests, 'arq'))
      .map((each) => ({
        name: 'worker',
        command: `arq ${naming.dotted(module.path)}.${each.name}`,
        place: placeIn(module, each),
      })),
  );
  const byPackage = Object.entries(managed).flatMap(([name, command]) => {
    const found = requirementOf(manifests, name);
    return found && django.manage !== undefined
      ? [{ name: 'worker', command: `python ${django.manage} ${command}`, place: placeOf(found) }]
      : [];
  });
  const [worker] = [...byQueue, ...arq, ...byPackage, ...rqWorker(manifests, modules)];
  return worker ? [worker, ...schedulers(gathered, worker)] : [];
}

const queueWorkers = ({ naming }: Gathered, module: Module): readonly Process[] =>
  module.calls.flatMap((call) => {
    const queue = queues.find(({ makes }) => makes.includes(calleeOf(call)));
    const name = nameIn(bindingOf(module, call)?.target);
    if (!queue || name === undefined || !isImportable(call.scope)) return [];
    const command = queue.command(naming.dotted(module.path), name);
    return [{ name: 'worker', command, place: placeIn(module, call) }];
  });

/** `rq worker` where the code puts jobs on a queue of rq. */
function rqWorker(manifests: Manifests, modules: readonly Module[]): readonly Process[] {
  if (!requirementOf(manifests, 'rq')) return [];
  for (const module of modules) {
    const call = module.calls.find((each) => calleeOf(each) === 'rq.Queue');
    if (!call) continue;
    const [first] = call.args;
    const queue = first?.kind === 'text' ? first.text : 'default';
    return [{ name: 'worker', command: `rq worker ${queue}`, place: placeIn(module, call) }];
  }
  return [];
}

/** Celery's beat, where a schedule is set. */
function schedulers({ modules, manifests }: Gathered, worker: Process): readonly Process[] {
  if (!worker.command.startsWith('celery ')) return [];
  const command = worker.command.replace(' worker ', ' beat ');
  const beat = requirementOf(manifests, 'django-celery-beat', 'celery-redbeat', 'redbeat');
  if (beat) return [{ name: 'beat', command, place: placeOf(beat) }];
  for (const module of modules) {
    const found = module.assignments.find(({ target }) =>
      /(?:^|[._])beat_schedule$/i.test(nameIn(target) ?? ''),
    );
    if (found) return [{ name: 'beat', command, place: placeIn(module, found) }];
  }
  return [];
}
