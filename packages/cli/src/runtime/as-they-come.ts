/** Gives what promises give, in the order in which they are kept; throws the first error of one that is not. */
export async function* asTheyCome<T>(promises: readonly Promise<T>[]): AsyncGenerator<T, undefined> {
  const come: (() => T)[] = [];
  let next = Promise.withResolvers<void>();
  const add = (outcome: () => T): void => {
    come.push(outcome);
    next.resolve();
  };
  for (const promise of promises) {
    promise.then(
      (value) => add(() => value),
      (error: unknown) =>
        add(() => {
          throw error;
        }),
    );
  }
  for (let given = 0; given < promises.length;) {
    const outcome = come[given];
    if (outcome === undefined) {
      await next.promise;
      next = Promise.withResolvers<void>();
    } else {
      given += 1;
      yield outcome();
    }
  }
  return undefined;
}
