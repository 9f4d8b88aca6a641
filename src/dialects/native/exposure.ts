import { byCodeUnit } from '../../diagnostics/index.ts';
import type { EdgeTls, Exposure, Issuer, ObjectReference } from '../../ir/index.ts';
import { defined } from '../defined.ts';
import { environmentDefaults } from './defaults.ts';
import type { EnvironmentDocument } from './environment.gen.ts';
import { sortedItems } from './subject.ts';

type Spec = EnvironmentDocument['spec'];
type Written = Required<NonNullable<Spec['exposure']>>;
type WrittenIssuer = NonNullable<NonNullable<Spec['tls']>['issuer']>;

/** The exposures of an Environment, and where they were written if not in the order of their names. */
export function exposurePart(spec: Spec): {
  readonly exposure: Exposure;
  readonly fields: Readonly<Record<string, string>>;
} {
  const fields: Record<string, string> = {};
  const sorted = <Form extends keyof Written>(form: Form): Written[Form] => {
    const written: readonly { name: string }[] = spec.exposure?.[form] ?? [];
    const byName = sortedItems(written, `/spec/exposure/${form}`, (a, b) => byCodeUnit(a.name, b.name));
    Object.assign(fields, byName.fields);
    return byName.items as Written[Form];
  };
  const reference = (written: { name: string; namespace?: string }): ObjectReference => ({
    name: written.name,
    namespace: written.namespace ?? spec.namespace,
  });
  const exposure: Exposure = {
    gatewayApi: sorted('gatewayApi').map((form) =>
      defined({
        ...exposed(form),
        gateway: reference(form.gateway),
        listener: form.gateway.listener,
      }),
    ),
    ingress: sorted('ingress').map((form) =>
      defined({
        ...exposed(form),
        class: form.class,
        tls: form.tls && edgeTls(form.tls),
        grpcAnnotations: { ...form.annotations, ...form.grpcAnnotations },
      }),
    ),
    istio: sorted('istio').map((form) => ({ ...exposed(form), gateway: reference(form.gateway) })),
    traefik: sorted('traefik').map((form) =>
      defined({
        ...exposed(form),
        class: form.class,
        entryPoints: form.entryPoints ?? [],
        tls: form.tls && edgeTls(form.tls),
      }),
    ),
    ambassador: sorted('ambassador').map((form) => defined({ ...exposed(form), ambassadorId: form.ambassadorId })),
  };
  return { exposure, fields };
}

function exposed({ name, hosts, grpcHosts, annotations }: Written['ambassador'][number]) {
  return { name, hosts, grpcHosts: grpcHosts ?? [], annotations: annotations ?? {} };
}

function edgeTls(tls: NonNullable<Written['traefik'][number]['tls']>): EdgeTls {
  return defined({ secret: tls.secret, issuer: tls.issuer && issuer(tls.issuer) });
}

export function issuer(written: WrittenIssuer): Issuer {
  return { ...environmentDefaults.issuer, ...written };
}
