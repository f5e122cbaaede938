declare module "subset-font" {
  interface SubsetOptions {
    targetFormat?: "sfnt" | "woff" | "woff2" | "truetype";
    /** Keeps a part of each variable axis. */
    variationAxes?: Record<string, {min: number; max: number}>;
    /** OpenType features to keep; all without it. */
    keepFeatures?: readonly string[];
  }
  /** Cuts a font down to the characters of a text. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: SubsetOptions,
  ): Promise<Uint8Array>;
}
