#!/usr/bin/env python3
"""Drives every file of reference values through `phusong loss`, broken lines in between, and compares the answers.

The program is PHUSONG, the folder PHUSONG_SHARED_DIR or ../shared beside the project. Each case is a request, the fields of the answer to compare, and their tolerances.
"""
import csv
import json
import math
import os
import pathlib
import subprocess
import sys
import time

import harness

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("PHUSONG_SHARED_DIR", PROJECT / "../shared"))
BROKEN = ['{"id": "broken", "model": "hata"', 'null', '{"model": "no such model"}', '{"model": "itm", "climate": "wet"}',
          '{"model": "p2109", "f_GHz": 2}', '{"model": "itm", "climate": 9, "ground_m": [1, 2]}',
          '{"id":' + "[" * 100000 + "]" * 100000 + ', "model": "hata"}',
          '{"model": "itm", "step_km": 0.1, "ground_m": [-32768' + ", -32768" * 79 + '], "frequency_mhz": 900,'
          ' "tx_height_m": 30, "rx_height_m": 2, "climate": 5, "n0": 301, "epsilon": 15, "sigma_s_per_m": 0.005,'
          ' "mdvar": 12}',
          '{"model": "antenna_m2101", "phi_3dB_deg": 65, "theta_3dB_deg": 65, "G_E_max_dBi": 8, "N_H": 1000000000,'
          ' "N_V": 8, "dH_over_lambda": 0.5, "dV_over_lambda": 0.5, "phi_escan_deg": 0, "theta_etilt_down_deg": 0,'
          ' "phi_deg": 0, "theta_zenith_deg": 90}']


class Case:
    def __init__(self, group, request):
        self.group, self.request = group, request
        self.expected = []  # (name, values of which one is right, tolerance, relative)
        self.refused = False

    def expect(self, name, value, tolerance, relative=False):
        values = value if isinstance(value, list) else [value]
        self.expected.append((name, values, tolerance, relative))
        return self


def json_lines(path):
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def table(path):
    rows = csv.DictReader(path.open(encoding="utf-8-sig", newline=""))
    return [{name: float(cell) for name, cell in row.items() if is_number(cell)} for row in rows]


def is_number(cell):
    try:
        float(cell)
        return True
    except (TypeError, ValueError):
        return False


def profiles(path, reverse=False):
    found = {}
    for row in json_lines(path):
        fields = {"ground_m": row["h_m_amsl"], "clutter_m": row.get("clutter_height_m", 0), "zone": row.get("zone", 4)}
        if not isinstance(fields["ground_m"], list):
            fields["ground_m"] = [fields["ground_m"]] * row["n"]
        if reverse:
            fields["ground_m"] = fields["ground_m"][::-1]
        fields.update({"distance_km": row["d_km"]} if "d_km" in row else {"step_km": row["step_km"]})
        found[row["profile_id"]] = fields
    return found


def p1812(folder, cases_file, profiles_file):
    by_id = profiles(folder / profiles_file)
    for row in json_lines(folder / cases_file):
        request = {"model": "p1812", **by_id[row["profile_id"]], "frequency_mhz": 1000 * row["f_GHz"],
                   "time_percent": row["p_percent"], "location_percent": row["pL_percent"],
                   "sigma_location_db": row["sigma_L_dB"], "tx_height_m": row["htg_m"], "rx_height_m": row["hrg_m"],
                   "polarization": ["horizontal", "vertical"][int(row["pol_1h_2v"]) - 1],
                   "delta_n": row["DN_Nunits_per_km"], "n0": row["N0_Nunits"],
                   "latitude_deg": row["path_centre_lat_deg"], "dct_km": row["dct_km"], "dcr_km": row["dcr_km"]}
        loss = [row["Lb_dB"]] + ([row["Lb_crc_covlib_dB"]] if "note" in row and "Lb_crc_covlib_dB" in row else [])
        case = Case(cases_file, request).expect("loss_db", loss, 1e-4)
        for name, value in row.items():
            if name.startswith(("L", "F", "h", "theta")) and name.endswith(("dB", "_m", "_mrad", "i", "j", "k")) \
                    and name not in ("htg_m", "hrg_m", "Lb_dB", "Lb_crc_covlib_dB"):
                case.expect("intermediates." + name, value, 1e-4)
        yield case


def itm_tolerance_db(row):
    spread_db = row.get("refs_spread_dB", 0)
    return 0.01 if spread_db < 0.05 else max(0.5, 1.2 * spread_db)


def itm_point_to_point(folder):
    by_id = profiles(folder / "profiles/profiles.jsonl")
    for row in json_lines(folder / "itm/generated_p2p.jsonl"):
        request = {"model": "itm", **by_id[row["profile_id"]], "frequency_mhz": row["f_MHz"],
                   "tx_height_m": row["h_tx_m"], "rx_height_m": row["h_rx_m"], "climate": row["climate"],
                   "n0": row["N_0_Nunits"], "polarization": ["horizontal", "vertical"][row["pol_0h_1v"]],
                   "epsilon": row["epsilon"], "sigma_s_per_m": row["sigma_S_per_m"], "mdvar": row["mdvar"],
                   **{name: row[name] for name in ("time_percent", "location_percent", "situation_percent")}}
        case = Case("itm/generated_p2p.jsonl", request).expect("loss_db", row["A_dB"], itm_tolerance_db(row))
        for name in ("A_fs_dB", "A_ref_dB", "return_code", "warnings_bitmask", "mode_1los_2diff_3tropo"):
            case.expect("intermediates." + name, row[name], 0.01)
        yield case


def itm_official(folder):
    by_id = profiles(folder / "profiles/profiles.jsonl")
    for row in json_lines(folder / "itm/official_ntia.jsonl"):
        request = {name: value for name, value in row.items() if not name.startswith(("A_", "recomputed"))}
        request["model"] = "itm_area" if row["mode"] == "area_tls" else "itm"
        if "pfl_m_amsl" in row:
            request.update({"ground_m": row["pfl_m_amsl"], "step_km": row["pfl_step_m"] / 1000})
        elif row["mode"] != "area_tls":
            request.update(by_id[row["profile_id"]])
        yield Case("itm/official_ntia.jsonl", request).expect("loss_db", row["A__db"], 0.05)


def ehata(folder, cases_file, reverse, loss_name, intermediates_name):
    by_id = profiles(folder / "profiles/profiles.jsonl", reverse)
    for row in json_lines(folder / cases_file):
        request = {"model": "ehata", **by_id[row["profile_id"]], "frequency_mhz": row["f_MHz"],
                   "tx_height_m": row["hb_m"], "rx_height_m": row["hm_m"], "environment_nlcd": row["env_nlcd"],
                   "reliability_percent": 100 * row["reliability"]}
        case = Case(cases_file, request).expect("loss_db", row[loss_name], 1e-3)
        for name, value in row[intermediates_name].items():
            if not isinstance(value, list):
                case.expect("intermediates." + name, value, 1e-3)
        yield case


def delta_bullington(folder):
    by_id = profiles(folder / "p526/itu_delta_bullington_profiles.jsonl")
    for row in json_lines(folder / "p526/itu_delta_bullington.jsonl"):
        request = {"model": "p526", **by_id[row["profile_id"]], "frequency_mhz": 1000 * row["f_GHz"],
                   "tx_height_m": row["htg_m"], "rx_height_m": row["hrg_m"], "pol_1h_2v": row["pol_1h_2v"],
                   "ae_km": row["ae_km"], "omega": row["omega"]}
        yield Case("p526/itu_delta_bullington.jsonl", request).expect("loss_db", row["Ld_dB"], 0.1)


def columns(folder, file, model, expected, tolerance, relative=False, only=lambda row: True):
    """A row's columns are the request, but for those expected in the answer."""
    read = json_lines if file.endswith(".jsonl") else table
    for row in filter(only, read(folder / file)):
        outputs = [name for name in row if name in expected]
        # What other programs said of the same row is no input either.
        request = {name: value for name, value in row.items() if name not in outputs and not name.endswith("_ITURpy")}
        case = Case(file, {"model": model, **request})
        case.refused = row.get("rtn", 0) != 0
        for name in outputs:
            case.expect(name, row[name], tolerance, relative)
        yield case


def p530(folder):
    names = ("pw_single_freq_percent", "pw_all_fades_percent", "pw_enhancement_not_exceeded_percent", "gammaR_dB_per_km",
             "alpha", "r_factor", "F1_m", "Ad_dB", "rain_Ap_dB_no_rlimit")
    for case in columns(folder, "p530/generated.csv", "p530", names, 1e-6, relative=True):
        r_factor = next(values[0] for name, values, _, _ in case.expected if name == "r_factor")
        loss = next(values[0] for name, values, _, _ in case.expected if name == "rain_Ap_dB_no_rlimit")
        if 0 < r_factor <= 2.5:
            case.expect("rain_Ap_dB", loss, 1e-6, relative=True)
        yield case


def all_cases(folder):
    yield from p1812(folder, "p1812/official_itu_p1812-6.jsonl", "p1812/itu_profiles.jsonl")
    yield from p1812(folder, "p1812/generated.jsonl", "profiles/profiles.jsonl")
    yield from itm_point_to_point(folder)
    yield from itm_official(folder)
    yield from columns(folder, "itm/generated_area.jsonl", "itm_area",
                       ("A_dB", "A_ref_dB", "A_fs_dB", "mode_1los_2diff_3tropo"), 0.01)
    yield from ehata(folder, "ehata/generated_v32.jsonl", False, "plb_dB", "inter")
    yield from ehata(folder, "ehata/official_ntia.jsonl", True, "plb_v32_dB", "v32")
    yield from columns(folder, "hata/okumura_hata_grid.csv", "hata",
                       ("L_urban_large_city_dB", "L_urban_small_medium_city_dB", "L_suburban_dB", "L_open_dB"), 1e-3)
    yield from columns(folder, "hata/cost231_hata_grid.csv", "cost231",
                       ("L_metropolitan_C3_dB", "L_medium_city_C0_dB", "L_suburban_dB", "L_rural_open_dB"), 1e-3)
    yield from delta_bullington(folder)
    yield from columns(folder, "p526/knife_edge_J.csv", "p526_knife_edge", ("J_dB",), 1e-6)
    yield from columns(folder, "p526/rounded_obstacle.csv", "p526_rounded_obstacle",
                       ("T_mn_dB", "m_check", "nu_check", "J_nu_check_dB", "A_total_check_dB"), 1e-5)
    yield from columns(folder, "p526/spherical_earth.csv", "p526_spherical_earth", ("Ldsph_dB",), 1e-6)
    yield from columns(folder, "p2108/generated_3p1_ntia.csv", "p2108_3.1", ("A_h_ntia_dB",), 0.01)
    yield from columns(folder, "p2108/official_itu_workbook_3p1.csv", "p2108_3.1", ("Ah_ref_dB",), 0.01)
    yield from columns(folder, "p2108/ntia_HeightGainTerminalCorrectionModel.csv", "p2108_3.1", ("A_h__db",), 0.1)
    yield from columns(folder, "p2108/generated_3p2.csv", "p2108_3.2", ("L_ctt_ntia_dB", "L_ctt_crc_dB"), 0.01)
    workbook = "p2108/official_itu_workbook_3p2_3p3.csv"
    yield from columns(folder, workbook, "p2108_3.2", ("L_matlab_dB",), 0.01, only=lambda row: row["section"] == 3.2)
    yield from columns(folder, workbook, "p2108_3.3", ("L_matlab_dB",), 0.01, only=lambda row: row["section"] == 3.3)
    yield from columns(folder, "p2108/ntia_TerrestrialStatisticalModel.csv", "p2108_3.2", ("L_ctt__db",), 0.1)
    yield from columns(folder, "p2108/ntia_AeronauticalStatisticalModel.csv", "p2108_3.3", ("L_ces__db",), 0.1)
    yield from columns(folder, "p2109/crc_validation_sample.csv", "p2109", ("L_BEL_dB",), 1e-3)
    yield from columns(folder, "p2109/official_itu_workbook.csv", "p2109", ("L_matlab_dB",), 1e-3)
    yield from p530(folder)
    yield from columns(folder, "p838/coefficients_grid.csv", "p838", ("k", "alpha"), 1e-6, relative=True)
    yield from columns(folder, "p838/official_itu.csv", "p838", ("k", "alpha", "gamma_R_dB_per_km"), 1e-6, relative=True)
    yield from columns(folder, "antenna/element_pattern_38901_m2101.csv", "antenna_38901", ("gain_dBi",), 1e-6)
    yield from columns(folder, "antenna/composite_array_m2101.csv", "antenna_m2101", ("composite_gain_dBi",), 1e-6)
    yield from columns(folder, "antenna/ns3_parabolic_36942_horizontal.csv", "antenna_36942", ("gain_dB",), 1e-3)


def value_at(answer, name):
    value = answer
    for part in name.split("."):
        value = value[part]
    return value


def failure_of(case, answer):
    """What is wrong with an answer, and its worst share of a tolerance."""
    if case.refused:
        return (None, 0.0) if answer.get("error") and answer.get("violations") else ("was not refused", math.inf)
    if "error" in answer:
        return answer["error"], math.inf
    worst = 0.0
    for name, values, tolerance, relative in case.expected:
        found = value_at(answer, name)
        scale = max(abs(values[0]), 1e-300) if relative else 1.0
        share = min(abs(found - value) for value in values) / scale / tolerance
        if not share <= 1.0:
            return f"{name} = {found}, expected {values[0]}", share
        worst = max(worst, share)
    return None, worst


def with_broken_lines(cases):
    lines = []
    for number, case in enumerate(cases):
        if number % 500 == 250:
            lines.append((None, BROKEN[number // 500 % len(BROKEN)]))
        lines.append((case, json.dumps({"id": number, **case.request})))
    return lines


def main():
    folder = SHARED / "reference"
    if not folder.is_dir():
        print("SKIPPED: phusong loss meets every file of reference values: ../shared is absent")
        return harness.EXIT_SKIPPED
    lines = with_broken_lines(list(all_cases(folder)))
    start = time.monotonic()
    run = subprocess.run([os.environ["PHUSONG"], "loss"], input="\n".join(line for _, line in lines) + "\n", text=True,
                         capture_output=True, check=False)
    seconds = time.monotonic() - start
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    print(f"{len(lines)} lines in {seconds:.2f} s: {len(lines) / seconds:.0f} lines a second")
    failures = [] if len(answers) == len(lines) else [f"{len(answers)} answers to {len(lines)} lines"]
    if run.returncode != 3:
        failures.append(f"exit code {run.returncode}, expected 3")
    worst, counts = {}, {}
    for (case, line), answer in zip(lines, answers):
        if case is None:
            if "error" not in answer:
                failures.append(f"a broken line has no error: {line}")
            continue
        message, share = failure_of(case, answer)
        if answer["id"] != json.loads(line)["id"]:
            message = f"out of order: {answer['id']}"
        if message:
            failures.append(f"{case.group} {line[:60]}...: {message}")
        counts[case.group] = counts.get(case.group, 0) + 1
        worst[case.group] = max(worst.get(case.group, 0.0), share)
    for group, count in counts.items():
        print(f"{group}: {count} cases, worst {worst[group]:.2g} of the tolerance")
    print("\n".join(failures[:20]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
