import { createRandom, shuffle } from './random.ts';
import type { TrainedWeights } from './weights-file.ts';

export type NetworkExample = {
  readonly features: Float64Array;
  readonly yes: boolean;
  /** How much it counts. */
  readonly weight: number;
};

export type NetworkTraining = {
  readonly examples: readonly NetworkExample[];
  /** Of the hidden layer of each network. */
  readonly units: number;
  /** How many networks are trained, each from a seed of its own; their scores are averaged. */
  readonly networks: number;
  readonly epochs: number;
  /** Size of the first steps; the last are next to nothing. */
  readonly rate: number;
  /** Pull of every weight towards nought. */
  readonly decay: number;
  readonly seed: number;
};

const batchSize = 64;

/** Trains a `SmallNetwork` to give log-odds, by Adam (Kingma and Ba 2015) on standardised features. */
export function trainNetwork(training: NetworkTraining): TrainedWeights {
  const scale = scaleOf(training.examples.map(({ features }) => features));
  const networks = Array.from({ length: training.networks }, (_, at) =>
    trainOne(training, scale, training.seed + at),
  );
  return average(networks, scale, training.units);
}

type Scale = { readonly means: Float64Array; readonly spreads: Float64Array };

function scaleOf(rows: readonly Float64Array[]): Scale {
  const width = rows[0]?.length ?? 0;
  const means = new Float64Array(width);
  const spreads = new Float64Array(width);
  for (const row of rows) for (let at = 0; at < width; at++) means[at]! += row[at]! / rows.length;
  for (const row of rows)
    for (let at = 0; at < width; at++) spreads[at]! += (row[at]! - means[at]!) ** 2 / rows.length;
  return { means, spreads: spreads.map(square => Math.sqrt(square) || 1) };
}

/** Weights in one array: hidden rows, their biases, their outputs, the linear layer, the constant. */
class Network {
  readonly width: number;
  readonly units: number;
  readonly weights: Float64Array;
  readonly slopes: Float64Array;
  readonly #firsts: Float64Array;
  readonly #squares: Float64Array;
  readonly #activity: Float64Array;
  #steps = 0;

  constructor(width: number, units: number, random: () => number) {
    this.width = width;
    this.units = units;
    const size = units * width + 2 * units + width + 1;
    this.weights = new Float64Array(size);
    this.slopes = new Float64Array(size);
    this.#firsts = new Float64Array(size);
    this.#squares = new Float64Array(size);
    this.#activity = new Float64Array(units);
    for (let at = 0; at < units * width; at++) this.weights[at] = normal(random) / Math.sqrt(width);
    for (let unit = 0; unit < units; unit++) this.weights[this.output + unit] = 0.3 * normal(random);
  }

  get bias(): number {
    return this.units * this.width;
  }
  get output(): number {
    return this.bias + this.units;
  }
  get linear(): number {
    return this.output + this.units;
  }
  get constant(): number {
    return this.linear + this.width;
  }

  /** Adds to the slopes what one example asks for. */
  learn(row: Float64Array, yes: boolean, weight: number): void {
    const error = (1 / (1 + Math.exp(-this.#score(row))) - (yes ? 1 : 0)) * weight;
    const { weights, slopes, width, units } = this;
    slopes[this.constant]! += error;
    for (let at = 0; at < width; at++) slopes[this.linear + at]! += error * row[at]!;
    for (let unit = 0; unit < units; unit++) {
      const active = this.#activity[unit]!;
      slopes[this.output + unit]! += error * active;
      const back = error * weights[this.output + unit]! * (1 - active * active);
      slopes[this.bias + unit]! += back;
      for (let at = 0; at < width; at++) slopes[unit * width + at]! += back * row[at]!;
    }
  }

  step(rate: number, decay: number): void {
    this.#steps++;
    const firstScale = 1 - 0.9 ** this.#steps;
    const squareScale = 1 - 0.999 ** this.#steps;
    for (let at = 0; at < this.weights.length; at++) {
      const slope = this.slopes[at]! + decay * this.weights[at]!;
      this.#firsts[at] = 0.9 * this.#firsts[at]! + 0.1 * slope;
      this.#squares[at] = 0.999 * this.#squares[at]! + 0.001 * slope * slope;
      const length = Math.sqrt(this.#squares[at]! / squareScale) + 1e-8;
      this.weights[at]! -= (rate * this.#firsts[at]!) / firstScale / length;
    }
    this.slopes.fill(0);
  }

  #score(row: Float64Array): number {
    const { weights, width } = this;
    let score = weights[this.constant]!;
    for (let at = 0; at < width; at++) score += weights[this.linear + at]! * row[at]!;
    for (let unit = 0; unit < this.units; unit++) {
      let sum = weights[this.bias + unit]!;
      for (let at = 0; at < width; at++) sum += weights[unit * width + at]! * row[at]!;
      this.#activity[unit] = Math.tanh(sum);
      score += weights[this.output + unit]! * this.#activity[unit]!;
    }
    return score;
  }
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

function trainOne(
  { examples, units, epochs, rate, decay }: NetworkTraining,
  scale: Scale,
  seed: number,
): Network {
  const random = createRandom(seed);
  const rows = examples.map(({ features }) =>
    features.map((value, at) => (value - scale.means[at]!) / scale.spreads[at]!),
  );
  const meanWeight = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
  const network = new Network(scale.means.length, units, random);
  const order = Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batchSize) {
      const batch = order.slice(from, from + batchSize);
      for (const at of batch) {
        const { yes, weight } = examples[at]!;
        network.learn(rows[at]!, yes, weight / meanWeight / batch.length);
      }
      network.step(rate * (1 - epoch / epochs), decay);
    }
  }
  return network;
}

/** The networks side by side as one, which reads features as they are. */
function average(networks: readonly Network[], { means, spreads }: Scale, units: number): TrainedWeights {
  const width = means.length;
  const count = networks.length;
  const hidden = new Float32Array(count * units * width);
  const bias = new Float32Array(count * units);
  const output = new Float32Array(count * units);
  const linear = new Float32Array(width);
  let constant = 0;
  for (const [number, network] of networks.entries()) {
    const { weights } = network;
    for (let unit = 0; unit < units; unit++) {
      const to = number * units + unit;
      let moved = weights[network.bias + unit]!;
      for (let at = 0; at < width; at++) {
        const weight = weights[unit * width + at]! / spreads[at]!;
        hidden[to * width + at] = weight;
        moved -= weight * means[at]!;
      }
      bias[to] = moved;
      output[to] = weights[network.output + unit]! / count;
    }
    constant += weights[network.constant]! / count;
    for (let at = 0; at < width; at++) {
      const weight = weights[network.linear + at]! / spreads[at]! / count;
      linear[at]! += weight;
      constant -= weight * means[at]!;
    }
  }
  return { about: { constant }, arrays: { hidden, bias, output, linear } };
}
