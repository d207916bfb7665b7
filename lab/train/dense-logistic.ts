/** A row of features as numbers, and whether the answer is yes. */
export type DenseExample = { readonly features: readonly number[]; readonly yes: boolean };

/** The score of a row is above 0 where yes is likelier. */
export type DenseLogistic = { readonly weights: readonly number[]; readonly bias: number };

export const scoreOf = ({ weights, bias }: DenseLogistic, features: readonly number[]): number =>
  features.reduce((sum, value, at) => sum + weights[at]! * value, bias);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Logistic regression by Newton's method, with a ridge on weights of features scaled to variance one. Nothing is drawn by chance. */
export function trainDenseLogistic(examples: readonly DenseExample[], ridge: number): DenseLogistic {
  const size = examples[0]!.features.length;
  const columns = Array.from({ length: size }, (_, at) => examples.map(({ features }) => features[at]!));
  const means = columns.map(mean);
  const scales = columns.map(
    (column, at) => Math.sqrt(mean(column.map(value => (value - means[at]!) ** 2))) || 1,
  );
  const rows = examples.map(({ features }) =>
    Float64Array.from([...features.map((value, at) => (value - means[at]!) / scales[at]!), 1]),
  );
  const weights = new Float64Array(size + 1);
  for (let round = 0; round < 12; round++) {
    const step = newtonStep(rows, examples, weights, ridge);
    for (let at = 0; at <= size; at++) weights[at]! += step[at]!;
  }
  const unscaled = scales.map((scale, at) => weights[at]! / scale);
  return {
    weights: unscaled,
    bias: unscaled.reduce((bias, weight, at) => bias - weight * means[at]!, weights[size]!),
  };
}

function newtonStep(
  rows: readonly Float64Array[],
  examples: readonly DenseExample[],
  weights: Float64Array,
  ridge: number,
): Float64Array {
  const size = weights.length;
  const slope = Float64Array.from(weights, (weight, at) => (at === size - 1 ? 0 : -ridge * weight));
  const curve = Array.from({ length: size }, (_, at) => {
    const row = new Float64Array(size);
    row[at] = at === size - 1 ? 1e-6 : ridge;
    return row;
  });
  for (const [index, row] of rows.entries()) {
    let score = 0;
    for (let at = 0; at < size; at++) score += weights[at]! * row[at]!;
    const probability = 1 / (1 + Math.exp(-score));
    const error = Number(examples[index]!.yes) - probability;
    const spread = probability * (1 - probability);
    for (let at = 0; at < size; at++) {
      slope[at]! += error * row[at]!;
      const share = spread * row[at]!;
      const line = curve[at]!;
      for (let other = 0; other <= at; other++) line[other]! += share * row[other]!;
    }
  }
  return solve(curve, slope);
}

/** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's method. */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = lower[row]![column]!;
      for (let at = 0; at < column; at++) sum -= lower[row]![at]! * lower[column]![at]!;
      lower[row]![column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[column]![column]!;
    }
  const found = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < row; at++) found[row]! -= lower[row]![at]! * found[at]!;
    found[row]! /= lower[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) found[row]! -= lower[at]![row]! * found[at]!;
    found[row]! /= lower[row]![row]!;
  }
  return found;
}
