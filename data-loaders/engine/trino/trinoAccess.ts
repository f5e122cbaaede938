import {userInfo} from "node:os";
import {SettingError} from "../project/settingError.js";

/** Who asks, and how the cluster knows that it is so. Secrets are nowhere else: not in addresses, keys, messages or files. */
export interface TrinoAccess {
  user: string;
  password?: string;
  /** Sent as a bearer token, such as a JWT. */
  token?: string;
}

/** The environment variables of the access. */
export const TRINO_VARIABLES = {
  user: "CARDLENS_TRINO_USER",
  password: "CARDLENS_TRINO_PASSWORD",
  token: "CARDLENS_TRINO_TOKEN",
} as const;

/**
 * Reads user, password and token from the environment. Without a user it is the account that runs the build.
 *
 * @throws SettingError for both a password and a token, and for a password without a user
 */
export function trinoAccess(env: Readonly<Record<string, string | undefined>>): TrinoAccess {
  const given = (name: string) => (env[name]?.trim() === "" ? undefined : env[name]?.trim());
  const {user, password, token} = TRINO_VARIABLES;
  const access = {user: given(user), password: given(password), token: given(token)};
  if (access.password !== undefined && access.token !== undefined)
    throw new SettingError(`Both ${password} and ${token} are set; expected one of them. Unset the other.`);
  if (access.password !== undefined && access.user === undefined)
    throw new SettingError(`${password} is set without ${user}. Set the user that the password belongs to.`);
  return {...access, user: access.user ?? userInfo().username};
}

/** Replaces whatever is secret in a text that came from elsewhere. */
export function withoutSecrets(text: string, {password, token}: TrinoAccess): string {
  return [password, token].reduce<string>(
    (clean, secret) => (secret === undefined ? clean : clean.replaceAll(secret, "•••")),
    text,
  );
}
